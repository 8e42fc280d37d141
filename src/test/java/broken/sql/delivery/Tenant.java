package broken.sql.delivery;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    java.sql.Connection wrong;
}
