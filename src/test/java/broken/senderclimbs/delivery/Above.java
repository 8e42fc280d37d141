package broken.senderclimbs.delivery;

/** Breaks a wall, to prove that it stands. */
public class Above {}
