package broken.storerooms.web.util;

/** Breaks a wall, to prove that it stands. */
public class Shelf {}
