package broken.documents.web;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    org.apache.tika.Tika wrong;
}
