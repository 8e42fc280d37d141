package broken.cycles.two;

/** Breaks a wall, to prove that it stands. */
public class There {
    broken.cycles.one.Here here;
}
