package org.sealpost.web.page;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which public keys the gateway works with, and when they end; for key holders, and for those who look after the rest. */
@Controller
public class KeysPage {
    private final InUse keys;
    private final Clock clock;

    public KeysPage(InUse keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/operator/keys")
    String list(Model model) {
        model.addAttribute("here", "keys");
        model.addAttribute("keys", keys.list());
        model.addAttribute("now", clock.instant());
        return "keys";
    }

    /** The keys that the gateway was started with. */
    public interface InUse {
        List<Key> list();
    }

    /**
     * The public half of a key.
     *
     * @param use what it is for
     * @param sha256 in hex: of the DER of a certificate, or of the text of a key that has none
     * @param ends empty where it has no end
     */
    public record Key(String use, String sha256, Optional<Instant> ends) {}
}
