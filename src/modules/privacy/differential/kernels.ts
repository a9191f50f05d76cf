import { z } from 'zod';
import { StillhouseError } from '../../../core/error.ts';
import { discreteGaussian, discreteLaplace } from '../../../privacy/noise/exact-samplers.ts';
import { exponentialChoice } from '../../../privacy/noise/exponential-mechanism.ts';
import { fractionOf, times } from '../../../privacy/noise/fraction.ts';
import { type RandomIntegers, randomIntegers } from '../../../privacy/noise/random-integers.ts';
import { defineKernel, type KernelTable } from '../../kernel.ts';

/** Adds discrete noise to whole numbers, from the random bytes of the run. */
export const noiseKernel = defineKernel({
  id: 'privacy.noise',
  parameters: z.object({ mechanism: z.enum(['laplace', 'gaussian']) }),
  run({ entropy, figures }, { mechanism }, progress) {
    const random = randomOf(entropy, 1);
    const value = columnOf(figures, 'exact');
    const scale = columnOf(figures, 'scale');
    const noisy = value.map((exact, row) => {
      progress(row / value.length);
      const width = fractionOf(scale[row] ?? 0);
      const noise =
        mechanism === 'laplace' ? discreteLaplace(random, width) : discreteGaussian(random, times(width, width));
      return exact + Number(noise);
    });
    return { rowCount: value.length, columns: { place: columnOf(figures, 'place'), noisy } };
  },
});

/** Draws one candidate of each quantile by the exponential mechanism. */
export const quantileKernel = defineKernel({
  id: 'privacy.quantile',
  parameters: z.object({}),
  run({ entropy, distances }, _parameters, progress) {
    const random = randomOf(entropy, 2);
    const place = columnOf(distances, 'place');
    const distance = columnOf(distances, 'distance');
    const epsilon = columnOf(distances, 'epsilon');
    const places = [...new Set(place)];
    const drawn = places.map((one, index) => {
      progress(index / places.length);
      const first = place.indexOf(one);
      const own = distance.subarray(first, place.lastIndexOf(one) + 1);
      return exponentialChoice(random, [...own], fractionOf(epsilon[first] ?? 0));
    });
    return {
      rowCount: places.length,
      columns: { place: Float64Array.from(places), candidate: Float64Array.from(drawn) },
    };
  },
});

/** Throws `internal` where the run drew no bytes: figures without noise must never leave. */
function randomOf(entropy: KernelTable | undefined, stream: number): RandomIntegers {
  const bytes = columnOf(entropy, 'byte');
  if (bytes.length === 32 && bytes.every((byte) => byte >= 0 && byte < 256)) {
    return randomIntegers(Uint8Array.from(bytes), stream);
  }
  throw new StillhouseError('internal', 'There are no random bytes to make noise of.');
}

function columnOf(table: KernelTable | undefined, name: string): Float64Array<ArrayBuffer> {
  return table?.columns[name] ?? new Float64Array(0);
}
