import { useEffect, useRef, useState, type RefObject } from 'react';

/** The size of an element's content box in whole CSS pixels. */
export interface ElementSize<Element extends HTMLElement> {
  readonly ref: RefObject<Element | null>;
  readonly width: number;
  readonly height: number;
}

/** Follows every change of an element's size, once a frame; 0 until it is laid out. */
export function useSize<Element extends HTMLElement>(): ElementSize<Element> {
  const ref = useRef<Element>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    let frame = 0;
    const observer = new ResizeObserver(([entry]) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const { width = 0, height = 0 } = entry?.contentRect ?? {};
        setSize({ width: Math.floor(width), height: Math.floor(height) });
      });
    });
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, []);
  return { ref, ...size };
}
