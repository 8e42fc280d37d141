package broken.demonstration.channel;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    com.icegreen.greenmail.util.GreenMail wrong;
}
