/** An Electron to start. `appFolder` is set where the app has to lie inside it. */
export interface ElectronRuntime {
  readonly executable: string;
  readonly appFolder?: string;
  readonly folder?: string;
  readonly version?: string;
}
export function ensureElectron(): ElectronRuntime;
export function installApp(electron: ElectronRuntime): string[];
