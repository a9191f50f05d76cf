import { type ComponentType, lazy } from 'react';
import type { Tab } from '../../store/view-state.ts';
import type { TabProps } from '../dock/Dock.tsx';

/** The screen of each kind of tab. Loaded when first shown: the SQL editor is large. */
export const tabKinds: Readonly<Record<Tab['kind'], ComponentType<TabProps>>> = {
  query: lazy(() => import('./query/QueryTab.tsx').then((module) => ({ default: module.QueryTab }))),
  dataset: lazy(() => import('./dataset/DatasetTab.tsx').then((module) => ({ default: module.DatasetTab }))),
  module: lazy(() => import('./module/ModuleTab.tsx').then((module) => ({ default: module.ModuleTab }))),
  lesson: lazy(() => import('./lesson/LessonTab.tsx').then((module) => ({ default: module.LessonTab }))),
  send: lazy(() => import('../../activation/SendTab.tsx').then((module) => ({ default: module.SendTab }))),
  receipt: lazy(() => import('../../activation/ReceiptTab.tsx').then((module) => ({ default: module.ReceiptTab }))),
  audience: lazy(() => import('./audience/AudienceTab.tsx').then((module) => ({ default: module.AudienceTab }))),
  overlap: lazy(() => import('./overlap/OverlapTab.tsx').then((module) => ({ default: module.OverlapTab }))),
  history: lazy(() => import('./HistoryTab.tsx').then((module) => ({ default: module.HistoryTab }))),
  welcome: lazy(() => import('./WelcomeTab.tsx').then((module) => ({ default: module.WelcomeTab }))),
};
