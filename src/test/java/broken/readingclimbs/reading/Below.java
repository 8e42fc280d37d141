package broken.readingclimbs.reading;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.readingclimbs.envelope.Above wrong;
}
