package broken.ledgerclimbs.ledger;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.ledgerclimbs.delivery.Above wrong;
}
