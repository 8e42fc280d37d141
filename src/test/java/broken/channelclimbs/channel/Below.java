package broken.channelclimbs.channel;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.channelclimbs.web.Above wrong;
}
