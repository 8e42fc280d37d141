package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.submission.Bytes;

/**
 * Nothing that was damaged opens, wherever: in the outer layer, and by somebody who has every key, in the inner layer and in
 * the signed message.
 */
class FuzzedEnvelopeTest {
    /** Fixed, so that a failure repeats. */
    private static final long SEED = 20261127;

    /** How many damages of each kind a layer gets, drawn from all; {@code -Dsealpost.fuzz=100000} takes every one. */
    private static final int SAMPLED = Integer.getInteger("sealpost.fuzz", 50);

    /** Some of them, in another order: the same each time. */
    private static <T> List<T> sampled(List<T> all) {
        List<T> drawn = new ArrayList<>(all);
        Collections.shuffle(drawn, new Random(SEED));
        return drawn.subList(0, Math.min(SAMPLED, drawn.size()));
    }

    private static Opener opener(Profile profile) {
        return profile == Profile.HYBRID ? Example.opener() : Example.classicalOpener();
    }

    private static SealedEnvelope sealed(Profile profile) {
        return profile == Profile.HYBRID ? Example.sealed() : Example.classicallySealed();
    }

    /** The bytes of each layer in turn, and how they are put back into an envelope that is right around them. */
    private record Layer(String name, byte[] der, Resealing resealing) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Resealing {
        byte[] envelope(byte[] layer) throws Exception;
    }

    private static List<Layer> layers(Profile profile) throws Exception {
        OpeningIdentity own = profile == Profile.HYBRID ? Example.opening() : Example.classicalOpening();
        byte[] envelope = sealed(profile).der().array();
        SealedLayer outer = SealedLayer.parse(envelope);
        Resealing around = inside ->
                Forge.outer(inside, outer.attributes(), own.certificate()).encode();
        List<Layer> layers = new ArrayList<>(List.of(new Layer("outer", envelope, bytes -> bytes)));
        byte[] inside = outer.open(own);
        if (own.postQuantum().isEmpty()) {
            layers.add(new Layer("signed", inside, around));
            return layers;
        }
        EncapsulationKey key = own.postQuantum().get();
        SealedLayer inner = SealedLayer.parse(inside);
        layers.add(new Layer("inner", inside, around));
        layers.add(new Layer(
                "signed",
                inner.open(key),
                bytes -> around.envelope(Forge.outer(bytes, inner.attributes(), key.certificate())
                        .encode())));
        return layers;
    }

    private static void refused(Profile profile, Layer layer, byte[] damaged, String how) throws Exception {
        Bytes envelope = Bytes.of(layer.resealing().envelope(damaged));
        String said;
        try {
            opener(profile).open(envelope);
            said = Vector.ACCEPTED;
        } catch (EnvelopeRefusedException e) {
            said = e.code();
        }
        assertThat(said).as("%s, %s layer: %s", profile, layer, how).isNotEqualTo(Vector.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void undamagedEachLayerOpens(Profile profile) throws Exception {
        for (Layer layer : layers(profile)) {
            Bytes envelope = Bytes.of(layer.resealing().envelope(layer.der()));
            assertThat(opener(profile).open(envelope).submissionJson()).isEqualTo(Example.JSON);
        }
    }

    /** Bytes of tags and lengths, and as many of all others. */
    @ParameterizedTest
    @EnumSource(Profile.class)
    void noBitMayBeFlipped(Profile profile) throws Exception {
        Random random = new Random(SEED);
        for (Layer layer : layers(profile)) {
            List<Integer> structural = Mutations.all(Mutations.read(layer.der())).stream()
                    .flatMap(value ->
                            IntStream.range(value.at(), value.contents()).boxed())
                    .toList();
            for (int at : sampled(structural)) {
                flipped(profile, layer, at, random);
            }
            for (int at : sampled(IntStream.range(0, layer.der().length).boxed().toList())) {
                flipped(profile, layer, at, random);
            }
        }
    }

    private static void flipped(Profile profile, Layer layer, int at, Random random) throws Exception {
        byte[] changed = layer.der().clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        refused(profile, layer, changed, "byte " + at);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void noFieldMayBeDroppedDoubledEmptiedWrappedOrSwapped(Profile profile) throws Exception {
        for (Layer layer : layers(profile)) {
            List<byte[]> mutations = Mutations.ofEveryValue(layer.der());
            assertThat(mutations).hasSizeGreaterThan(100);
            for (int i : sampled(IntStream.range(0, mutations.size()).boxed().toList())) {
                refused(profile, layer, mutations.get(i), "mutation " + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void nothingMayBeCutOffOrAppended(Profile profile) throws Exception {
        for (Layer layer : layers(profile)) {
            int whole = layer.der().length;
            refused(profile, layer, Arrays.copyOf(layer.der(), whole - 1), "cut by one");
            for (int length : sampled(IntStream.range(0, whole).boxed().toList())) {
                refused(profile, layer, Arrays.copyOf(layer.der(), length), "cut to " + length);
            }
            for (int extra : new int[] {0, 0x30, 0xff}) {
                refused(profile, layer, Forge.appended(layer.der(), extra), "trailing " + extra);
            }
            refused(profile, layer, Forge.appended(layer.der(), 0x30, 0), "a trailing value");
        }
    }

    /** Every field of one envelope in the place of the same field of another, both of them right. */
    @ParameterizedTest
    @EnumSource(Profile.class)
    void noFieldOfAnotherEnvelopeFits(Profile profile) throws Exception {
        List<Layer> ones = layers(profile);
        List<Layer> others = layers(profile);
        for (int i = 0; i < ones.size(); i++) {
            byte[] one = ones.get(i).der();
            byte[] other = others.get(i).der();
            Mutations.Value whole = Mutations.read(one);
            List<Mutations.Value> places = Mutations.all(whole);
            List<Mutations.Value> donors = Mutations.all(Mutations.read(other));
            int common = Math.min(places.size(), donors.size());
            for (int at : sampled(IntStream.range(1, common).boxed().toList())) {
                byte[] mixed = Mutations.with(
                        one, whole, places.get(at), donors.get(at).in(other));
                if (!Arrays.equals(mixed, one) && !Arrays.equals(mixed, other)) {
                    refused(profile, ones.get(i), mixed, "field " + at + " of another");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aLayerOfAnotherEnvelopeDoesNotFit(Profile profile) throws Exception {
        List<Layer> ones = layers(profile);
        List<Layer> others = layers(profile);
        for (int i = 1; i < ones.size(); i++) {
            refused(profile, ones.get(i), others.get(i).der(), "that of another");
        }
    }
}
