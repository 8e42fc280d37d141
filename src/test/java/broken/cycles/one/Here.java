package broken.cycles.one;

/** Breaks a wall, to prove that it stands. */
public class Here {
    broken.cycles.two.There there;
}
