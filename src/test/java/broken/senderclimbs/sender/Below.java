package broken.senderclimbs.sender;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.senderclimbs.delivery.Above wrong;
}
