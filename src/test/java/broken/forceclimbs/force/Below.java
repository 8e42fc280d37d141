package broken.forceclimbs.force;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.forceclimbs.delivery.Above wrong;
}
