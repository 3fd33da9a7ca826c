export function printReport(figures) {
  console.log(figures);
}
export function writeReport() {}
