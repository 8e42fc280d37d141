package broken.storeclimbs.store;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.storeclimbs.channel.Above wrong;
}
