package broken.transportclimbs.transport;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.transportclimbs.submission.Above wrong;
}
