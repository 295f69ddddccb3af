import type { Articles } from "../articles.ts";

export const articles: Articles = {
  states: {
    el: "AF BR CM CA TD CG EC GA IQ IR JP LB NE PK PY PE GB SN SD TG UY YE PS",
    la: "SA AR IN RU VA",
    los: "US AE NL",
    las: "BS KM MH SB CK",
  },
  called: { Congo: "el", "Santa Sede": "la" },
  words: {
    el: "Alto Banco Centro Comité Consejo Estado Fondo Foro Grupo Instituto Movimiento Principado Programa Reino Servicio Panelista Moderador Orador",
    la: "Agencia Alianza Asociación Coalición Comisión Comunidad Confederación Conferencia Cruz Federación Fundación Jamahiriya Liga Oficina Organización Red República Secretaría Sociedad Unión Universidad Moderadora Oradora",
    los: "Estados Emiratos Países",
    las: "Asociaciones Islas Organizaciones Naciones",
  },
  put(preposition, article) {
    if (article === "el") return `${preposition === "of" ? "del" : "al"} `;
    return `${preposition === "of" ? "de" : "a"} ${article && `${article} `}`;
  },
};
