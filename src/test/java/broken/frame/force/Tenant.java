package broken.frame.force;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    org.springframework.context.ApplicationContext wrong;
}
