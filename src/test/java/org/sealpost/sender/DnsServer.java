package org.sealpost.sender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A name server on loopback that knows some TXT records, says so of all others, and fails on demand. */
final class DnsServer implements AutoCloseable {
    final Map<String, String> records = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile boolean failing;
    private final DatagramSocket socket;

    DnsServer() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "dns");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(java.util.Arrays.copyOf(buffer, packet.getLength()))
                        .toWire(4096);
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private Message answer(byte[] wire) throws IOException {
        Message question = new Message(wire);
        Name name = question.getQuestion().getName();
        asked.add(name.toString());
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        String text = records.get(name.toString());
        if (failing) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (text == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            List<String> strings = java.util.Arrays.asList(text.split("(?<=\\G.{200})"));
            Record record = new TXTRecord(name, DClass.IN, 60, strings);
            answer.addRecord(record, Section.ANSWER);
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
