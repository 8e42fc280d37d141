package broken.channelclimbs.web;

/** Breaks a wall, to prove that it stands. */
public class Above {}
