import type { AwardId } from '../../stdlib/runtime/types.ts';

/** `联合培养`, `联合培养/硕博培养`, `创新平台/省级/3`, `jinan-2026/联合培养`: whether an award is meant. */
export function isSelected(award: AwardId & { readonly item?: number }, selection: string): boolean {
  const wanted = selection.replaceAll('／', '/').split('/');
  const own = [award.measure, ...(award.benefit === null ? [] : [award.benefit])];
  const full = [...own, ...(award.item === undefined ? [] : [String(award.item)])];
  const startsWith = (parts: readonly string[]) => wanted.every((part, i) => parts[i] === part);
  return (
    startsWith(full) || startsWith([award.policy, ...full]) || (wanted.length === 1 && award.benefit === wanted[0])
  );
}
