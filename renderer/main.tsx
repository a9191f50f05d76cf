import { openWorkerEngine } from './engine/engine.ts';
import { rows } from '../src/engine/collect.ts';
Object.assign(window, { openWorkerEngine, rows });
