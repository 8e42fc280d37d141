package org.sealpost.reading.document;

import org.sealpost.submission.Bytes;

/**
 * How a page looks, for people to check a reading by.
 *
 * @param page from 1
 * @param width in the measure of the {@linkplain Place.Box boxes} on this page
 * @param height likewise
 * @param png a picture of the whole page, of any resolution. It comes from whoever drew it and was not decoded: show it
 *     in a browser, but do not decode it in a process that holds anything of value
 */
public record PagePicture(int page, double width, double height, Bytes png) {}
