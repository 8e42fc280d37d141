package broken.routes.delivery;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    org.apache.camel.CamelContext wrong;
}
