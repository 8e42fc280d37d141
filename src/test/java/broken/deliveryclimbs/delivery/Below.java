package broken.deliveryclimbs.delivery;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.deliveryclimbs.store.Above wrong;
}
