package org.sealpost.bench;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.torture.MailServer;

/** How many a second end to end by each channel, for small, large and the largest forms. */
final class Channels implements Part {
    @Override
    public String name() {
        return "channels";
    }

    @Override
    public void measure(Scale scale, Report report) throws Exception {
        measure(scale, report, false);
        if (!scale.quick()) {
            measure(scale, report, true);
        }
    }

    private void measure(Scale scale, Report report, boolean postgresql) throws Exception {
        boolean mail = MailServer.isPossible();
        try (Folder folder = new Folder();
                RunningGateway gateway =
                        new RunningGateway(folder.path().resolve("gateway"), "512m", 2, mail, postgresql).withForce()) {
            List<Sends> channels = new ArrayList<>(List.of(new SendsByWeb(gateway), new SendsByDrop(gateway)));
            if (mail) {
                channels.add(new SendsByMail(gateway));
            }
            measure(scale, report, gateway, channels, Paper.form(), scale.of(100, 20), postgresql);
            if (!postgresql) {
                measure(scale, report, gateway, channels, Paper.scan(), scale.of(8, 2), false);
                measure(scale, report, gateway, channels, Paper.largest(), 1, false);
            }
        }
    }

    private void measure(
            Scale scale,
            Report report,
            RunningGateway gateway,
            List<Sends> channels,
            Paper paper,
            int times,
            boolean postgresql)
            throws Exception {
        for (Sends channel : channels) {
            if (paper.size() > 40 << 20 && channel instanceof SendsByMail) {
                measure(scale, report, gateway, List.of(channel), Paper.largestAttachment(), times, postgresql);
                continue;
            }
            List<Double> runs = new ArrayList<>();
            Throughput.perSecond(gateway, channel, paper.next(times));
            for (int run = 0; run < scale.of(5, 1); run++) {
                runs.add(Throughput.perSecond(gateway, channel, paper.next(times)));
            }
            String what = channel.channel() + ", " + paper.name() + (postgresql ? ", PostgreSQL" : "");
            report.figure(name(), what, "a second", runs);
        }
    }
}
