package broken.broker.delivery;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    jakarta.jms.Message wrong;
}
