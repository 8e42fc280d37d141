package broken.storeclimbs.channel;

/** Breaks a wall, to prove that it stands. */
public class Above {}
