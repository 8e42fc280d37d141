package broken.submissionclimbs.submission;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.submissionclimbs.reading.Above wrong;
}
