package broken.webclimbs.web;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.webclimbs.force.Above wrong;
}
