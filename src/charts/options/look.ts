import type { NumberLocale } from '../number-format.ts';
import type { ThemeName } from '../../theme/tokens.ts';

/** Everything about the picture that is not in the spec. */
export interface Look {
  readonly theme: ThemeName;
  readonly locale: NumberLocale;
  /** Size in CSS pixels; labels are laid out for it. */
  readonly width: number;
  readonly height: number;
  /** Off when the reader asked for reduced motion, and for exports. */
  readonly animated: boolean;
  /** Title, sentence and notes inside the picture: for exports, where nothing stands around it. */
  readonly captioned: boolean;
}
