package broken.letters.channel;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    org.xbill.DNS.Lookup wrong;
}
