package org.sealpost.bench;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.torture.MailServer;

/** Whether the largest submission there may be goes through a heap of 512 MB by every channel, and what it takes. */
final class Memory implements Part {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void measure(Scale scale, Report report) throws Exception {
        boolean mail = MailServer.isPossible();
        try (Folder folder = new Folder();
                RunningGateway gateway =
                        new RunningGateway(folder.path().resolve("gateway"), "512m", 2, mail, false).withForce()) {
            Paper largest = Paper.largest();
            report.figure(name(), "gateway at rest, live heap", "MB", LiveMemory.heap(gateway.process()));
            List<Sends> channels = new ArrayList<>(List.of(new SendsByWeb(gateway), new SendsByDrop(gateway)));
            if (mail) {
                channels.add(new SendsByMail(gateway));
            }
            for (Sends channel : channels) {
                Paper paper = channel instanceof SendsByMail ? Paper.largestAttachment() : largest;
                report.check(
                        name(),
                        paper.name() + " by " + channel.channel() + " through a heap of 512 MB",
                        goesThrough(gateway, channel, paper, scale.of(3, 1)));
            }
            if (!gateway.process().isAlive()) {
                return;
            }
            report.figure(name(), "gateway's process at its peak, -Xmx512m", "MB", LiveMemory.peak(gateway.process()));
            report.figure(name(), "gateway afterwards, live heap", "MB", LiveMemory.heap(gateway.process()));
        }
    }

    private static boolean goesThrough(RunningGateway gateway, Sends channel, Paper paper, int times) {
        try {
            for (int i = 0; i < times; i++) {
                Throughput.perSecond(gateway, channel, paper.next(1));
            }
            return true;
        } catch (Exception e) {
            System.err.println("bench: " + channel.channel() + ": " + e.getMessage());
            return false;
        }
    }
}
