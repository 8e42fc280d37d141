package broken.pages.channel;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    org.springframework.security.core.Authentication wrong;
}
