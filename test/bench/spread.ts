import { cpus, totalmem } from 'node:os';
import { median } from './figures.js';

export interface Spread {
  median: number;
  lowest: number;
  highest: number;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), lowest: Math.min(...values), highest: Math.max(...values) };
}

export function inWords({ median: middle, lowest, highest }: Spread, digits: number): string {
  return `${middle.toFixed(digits)} (${lowest.toFixed(digits)}–${highest.toFixed(digits)})`;
}

export interface Machine {
  cores: number;
  processor: string;
  memoryBytes: number;
  platform: string;
  node: string;
}

export function machine(): Machine {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryBytes: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}
