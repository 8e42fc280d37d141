package broken.identityclimbs.identity;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.identityclimbs.delivery.Above wrong;
}
