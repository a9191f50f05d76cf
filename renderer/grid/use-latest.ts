import { type RefObject, useLayoutEffect, useRef } from 'react';

/** A value as it was when the page was last drawn, for handlers that must keep their identity. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const ref = useRef(value);
  useLayoutEffect(() => {
    ref.current = value;
  });
  return ref;
}
