/** Letters that the second half of a postcode may have. */
const letters = "ABDEFGHJLNPQRSTUWXYZ";
const perSector = letters.length ** 2;
/** Lower sectors are kept for postcodes with a known place in tests and demonstrations. */
const sectors = [3, 4, 5, 6, 7, 8, 9];

/**
 * Hands out postcodes that cannot be real: no area of the United Kingdom is called BK. Each ward is one district.
 * @throws RangeError when a ward has used up its 2,800
 */
export function postcodeBook(): (wardNumber: number) => string {
  const used = new Map<number, number>();
  return (wardNumber) => {
    const count = used.get(wardNumber) ?? 0;
    used.set(wardNumber, count + 1);
    const sector = sectors[Math.floor(count / perSector)];
    if (sector === undefined)
      throw new RangeError(`Ward ${wardNumber} has no postcodes left: ask for fewer addresses.`);
    const unit = count % perSector;
    return `BK${wardNumber} ${sector}${letters[Math.floor(unit / letters.length)]}${letters[unit % letters.length]}`;
  };
}
