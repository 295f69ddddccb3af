// Texts that fictional delegates deliver, in the language of each: three paragraphs, each its own words.
import type { Language } from "./words.ts";

/** The text of a delegation of that name. */
export function textOf(name: string, language: Language): string {
  const paragraphs: Record<Language, string[]> = {
    en: [
      `Chair, ${name} thanks the panellists for their frankness.`,
      "Our ministries of labour and of the interior now share one register of permits. What was asked of a migrant four times is asked once.",
      "We offer this practice to those who wish to examine it, and will report on its cost next year.",
    ],
    fr: [
      `Monsieur le Président, ${name} remercie les panélistes de leur franchise.`,
      "Nos ministères du travail et de l’intérieur tiennent désormais un seul registre des permis. Ce qui était demandé quatre fois à un migrant ne l’est plus qu’une.",
      "Nous mettons cette pratique à la disposition de ceux qui souhaitent l’examiner et rendrons compte de son coût l’an prochain.",
    ],
    es: [
      `Señor Presidente, ${name} agradece a los panelistas su franqueza.`,
      "Nuestros ministerios de trabajo y del interior llevan ahora un único registro de permisos. Lo que antes se pedía cuatro veces a un migrante se pide una sola.",
      "Ponemos esta práctica a disposición de quienes deseen examinarla e informaremos de su costo el año próximo.",
    ],
  };
  return paragraphs[language].join("\n\n");
}
