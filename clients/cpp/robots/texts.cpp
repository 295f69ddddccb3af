#include "robots/texts.hpp"

#include <array>
#include <vector>

namespace rostrum::robots {

namespace {

using Lines = std::vector<std::string_view>;

struct Catalogue {
  Lines given_names;
  Lines family_names;
  Lines titles;
  std::string_view label;  // the first paragraph of a statement
  Lines openings;
  Lines bodies_of_statement;
  Lines closings;
  Lines points;
  Lines helps;
  Lines guests;
  Lines groups;
};

const Catalogue english{
    .given_names = {"Adaeze",    "Aigerim", "Anneke", "Bilal",   "Chipo",   "Daria", "Emeka",
                    "Farida",    "Hamish",  "Ingrid", "Kavita",  "Lindiwe", "Marek", "Noor",
                    "Oluwaseun", "Priya",   "Rowan",  "Sunniva", "Tomasz",  "Wambui"},
    .family_names = {"Adeyinka-Holt", "Bergqvist-Ames", "Chandrasoma", "Dlaminikazi", "Erskine-Vale",
                     "Fenwright",     "Gathoniko",      "Hollowmere",  "Iskanderova", "Jarnebrand",
                     "Kestrelby",     "Lintunenko",     "Marchwood",   "Nkemdirimo",  "Oakhampton",
                     "Pereszlenko",   "Quillfeather",   "Rasmuntzen",  "Silverbeck",  "Thornquist"},
    .titles = {"Permanent Representative", "Deputy Permanent Representative", "Minister", "Counsellor",
               "Head of Delegation"},
    .label = "Fictional statement, written for a rehearsal.",
    .openings = {"Madam Chair, my delegation thanks you for convening this dialogue and welcomes the discussion note.",
                 "Madam Chair, allow me to congratulate the Secretariat on the preparation of this session.",
                 "Madam Chair, we associate ourselves with what our regional group has said this afternoon."},
    .bodies_of_statement =
        {"Migration touches the work of nearly every ministry. Where health, labour, education and the interior each "
         "plan "
         "alone, a measure of one undoes the measure of another. We have learned this the slow way.",
         "In our capital a small office now reads every draft law for what it means to those who arrive and to those "
         "who "
         "leave. It has no power to stop a text, and yet it has changed more than one.",
         "Coherence between countries begins with plain things: the same words for the same situation, figures that "
         "can "
         "be laid side by side, and a colleague whom one may telephone.",
         "We would caution against a single model. What serves a country of transit does not serve an island, and what "
         "serves an island today may not serve it in a generation.",
         "The private sector and the associations of migrants hold knowledge that no administration has. They should "
         "be "
         "heard before a policy is drawn up, and not only when it is presented.",
         "Remittances are private money. The task of governments is to make sending them cheap and safe, and to leave "
         "to "
         "families what families decide.",
         "The rights of the person stand at the beginning of every policy, not at its end. This is a matter of law, "
         "and "
         "it is also what makes a policy work."},
    .closings =
        {"My delegation looks forward to the exchange, and stands ready to share what it has learned. I thank you.",
         "We ask that these remarks be reflected in the summary of the session. I thank you, Madam Chair.",
         "With this, Madam Chair, we wish the dialogue every success."},
    .points = {"Rehearsal: on the time limit that is applied", "Rehearsal: on the order of the list of speakers",
               "Rehearsal: on the interpretation into English", "Rehearsal: on the document under discussion"},
    .helps = {"Rehearsal: the microphone does not light up", "Rehearsal: we need another nameplate",
              "Rehearsal: the text on our screen is an old one", "Rehearsal: a chair is missing at our table"},
    .guests = {"Fictional Institute for Migration Studies", "Fictional Federation of Municipalities",
               "Fictional Network of Port Cities"},
    .groups = {"a fictional group of like-minded delegations", "a fictional group of countries of transit"},
};

const Catalogue french{
    .given_names = {"Aminata", "Bérénice", "Cédric",   "Djamila", "Étienne",  "Fatoumata", "Gaétan",
                    "Hélène",  "Idrissa",  "Jocelyne", "Kossi",   "Léontine", "Mamadou",   "Nadège",
                    "Ousmane", "Pélagie",  "Rachida",  "Sylvain", "Théodora", "Yannick"},
    .family_names = {"Abossolo-Prévert", "Beauvallon", "Chantereine",     "Diarrassou", "Escoffiel",
                     "Fontmarin",        "Grandclair", "Houénoukpo",      "Issoufaly",  "Jolivard",
                     "Kouakouré",        "Lamartenne", "Montferrand-Roy", "Ndiayefall", "Ouattaraville",
                     "Pontbriant",       "Quérignac",  "Rochebrune",      "Sanogoré",   "Valmorin"},
    .titles = {"Représentante permanente", "Représentant permanent adjoint", "Ministre", "Conseillère",
               "Chef de délégation"},
    .label = "Déclaration fictive, écrite pour une répétition.",
    .openings = {"Madame la Présidente, ma délégation vous remercie d’avoir convoqué ce dialogue et salue la note de "
                 "discussion.",
                 "Madame la Présidente, permettez-moi de féliciter le Secrétariat de la préparation de cette session.",
                 "Madame la Présidente, nous nous associons à ce que notre groupe régional a dit cet après-midi."},
    .bodies_of_statement =
        {"La migration touche au travail de presque tous les ministères. Là où la santé, le travail, l’éducation et "
         "l’intérieur planifient chacun de leur côté, la mesure de l’un défait celle de l’autre.",
         "Dans notre capitale, un petit bureau lit désormais chaque projet de loi en se demandant ce qu’il signifie "
         "pour "
         "qui arrive et pour qui part. Il ne peut arrêter aucun texte, et il en a pourtant changé plus d’un.",
         "La cohérence entre les pays commence par des choses simples\u00A0: les mêmes mots pour la même situation, "
         "des "
         "chiffres comparables, et un collègue à qui l’on peut téléphoner.",
         "Nous mettons en garde contre un modèle unique. Ce qui convient à un pays de transit ne convient pas à une "
         "île, "
         "et ce qui convient à une île aujourd’hui ne lui conviendra peut-être plus dans une génération.",
         "Le secteur privé et les associations de migrants savent ce qu’aucune administration ne sait. Il faut les "
         "entendre avant d’élaborer une politique, et pas seulement quand on la présente.",
         "Les envois de fonds sont de l’argent privé. Aux gouvernements de les rendre sûrs et peu coûteux, et de "
         "laisser "
         "aux familles ce que les familles décident.",
         "Les droits de la personne sont au commencement de toute politique, non à sa fin. C’est une question de "
         "droit, "
         "et c’est aussi ce qui fait qu’une politique réussit."},
    .closings =
        {"Ma délégation se réjouit de cet échange et se tient prête à partager ce qu’elle a appris. Je vous remercie.",
         "Nous demandons que ces remarques figurent au résumé de la session. Je vous remercie, Madame la Présidente.",
         "Sur ces mots, Madame la Présidente, nous souhaitons plein succès au dialogue."},
    .points = {"Répétition\u00A0: sur le temps de parole appliqué",
               "Répétition\u00A0: sur l’ordre de la liste des orateurs",
               "Répétition\u00A0: sur l’interprétation en français", "Répétition\u00A0: sur le document examiné"},
    .helps = {"Répétition\u00A0: le microphone ne s’allume pas", "Répétition\u00A0: il nous faut un autre chevalet",
              "Répétition\u00A0: le texte affiché est un ancien",
              "Répétition\u00A0: il manque une chaise à notre table"},
    .guests = {"Institut fictif d’études migratoires", "Fédération fictive des municipalités",
               "Réseau fictif des villes portuaires"},
    .groups = {"un groupe fictif de délégations de même sensibilité", "un groupe fictif de pays de transit"},
};

const Catalogue spanish{
    .given_names = {"Amparo",    "Baltasar",  "Consuelo", "Domitila", "Eusebio",  "Fermín",   "Graciela",
                    "Herminia",  "Ildefonso", "Jacinta",  "Leandro",  "Macarena", "Norberto", "Ofelia",
                    "Primitivo", "Remedios",  "Santiago", "Teófila",  "Úrsula",   "Ximena"},
    .family_names = {"Aguamarina",    "Bustillares",  "Carrasquel Vega", "Del Pozo Amaral", "Echeverrigaray",
                     "Fuenmayor Rey", "Guaramato",    "Huidobrega",      "Izaguirreta",     "Jaramillano",
                     "Larrazabala",   "Montealbán",   "Navascués Ruy",   "Ormaecheta",      "Peñalverde",
                     "Quintanares",   "Riobamba Luz", "Sotomarino",      "Tierrablanca",    "Urdanetxea"},
    .titles = {"Representante Permanente", "Representante Permanente Adjunto", "Ministra", "Consejero",
               "Jefa de delegación"},
    .label = "Declaración ficticia, escrita para un ensayo.",
    .openings = {"Señora Presidenta: mi delegación le agradece la convocatoria de este diálogo y acoge con agrado la "
                 "nota de debate.",
                 "Señora Presidenta: permítame felicitar a la Secretaría por la preparación de esta reunión.",
                 "Señora Presidenta: nos sumamos a lo que nuestro grupo regional ha dicho esta tarde."},
    .bodies_of_statement = {"La migración toca el trabajo de casi todos los ministerios. Donde la salud, el trabajo, "
                            "la educación y el interior "
                            "planifican cada uno por su lado, la medida de uno deshace la del otro.",
                            "En nuestra capital, una pequeña oficina lee ahora cada proyecto de ley y se pregunta qué "
                            "significa para quien llega "
                            "y para quien se va. No puede detener ningún texto y, sin embargo, ha cambiado más de uno.",
                            "La coherencia entre países empieza por cosas sencillas: las mismas palabras para la misma "
                            "situación, cifras que se "
                            "puedan comparar y un colega a quien se pueda llamar por teléfono.",
                            "Advertimos contra un modelo único. Lo que sirve a un país de tránsito no sirve a una "
                            "isla, y lo que hoy sirve a una "
                            "isla quizá no le sirva dentro de una generación.",
                            "El sector privado y las asociaciones de migrantes saben lo que ninguna administración "
                            "sabe. Hay que escucharlos "
                            "antes de trazar una política, y no solo al presentarla.",
                            "Las remesas son dinero privado. A los gobiernos les corresponde que enviarlas sea barato "
                            "y seguro, y dejar a las "
                            "familias lo que las familias deciden.",
                            "Los derechos de la persona están al comienzo de toda política, no al final. Es una "
                            "cuestión de derecho, y es también "
                            "lo que hace que una política funcione."},
    .closings =
        {"Mi delegación espera con interés el intercambio y está dispuesta a compartir lo aprendido. Muchas gracias.",
         "Pedimos que estas observaciones consten en el resumen de la reunión. Gracias, señora Presidenta.",
         "Con esto, señora Presidenta, deseamos pleno éxito al diálogo."},
    .points = {"Ensayo: sobre el límite de tiempo que se aplica", "Ensayo: sobre el orden de la lista de oradores",
               "Ensayo: sobre la interpretación al español", "Ensayo: sobre el documento que se examina"},
    .helps = {"Ensayo: el micrófono no se enciende", "Ensayo: necesitamos otro letrero",
              "Ensayo: el texto de nuestra pantalla es antiguo", "Ensayo: falta una silla en nuestra mesa"},
    .guests = {"Instituto ficticio de Estudios Migratorios", "Federación ficticia de Municipios",
               "Red ficticia de Ciudades Portuarias"},
    .groups = {"un grupo ficticio de delegaciones afines", "un grupo ficticio de países de tránsito"},
};

const std::vector<std::map<std::string, std::string>> notices{
    {{"en", "Rehearsal: the meeting room next door is open for consultations."},
     {"fr", "Répétition\u00A0: la salle voisine est ouverte pour des consultations."},
     {"es", "Ensayo: la sala contigua está abierta para consultas."}},
    {{"en", "Rehearsal: coffee is served in the gallery."},
     {"fr", "Répétition\u00A0: le café est servi dans la galerie."},
     {"es", "Ensayo: se sirve café en la galería."}},
    {{"en", "Rehearsal: please hand in the text of your statement before you take the floor."},
     {"fr", "Répétition\u00A0: veuillez remettre le texte de votre déclaration avant de prendre la parole."},
     {"es", "Ensayo: se ruega entregar el texto de la declaración antes de tomar la palabra."}},
    {{"en", "Rehearsal: the group photograph is taken after the meeting."},
     {"fr", "Répétition\u00A0: la photographie de groupe sera prise après la séance."},
     {"es", "Ensayo: la fotografía de grupo se tomará después de la sesión."}},
};

const Catalogue& in(std::string_view language) {
  if (language == "fr") return french;
  if (language == "es") return spanish;
  return english;
}

std::string one_of(Dice& dice, const Lines& lines) { return std::string(dice.one_of(lines)); }

}  // namespace

Person person(Dice& dice, std::string_view language) {
  const Catalogue& catalogue = in(language);
  Person person;
  person.name = one_of(dice, catalogue.given_names);
  person.name += ' ' + one_of(dice, catalogue.family_names) + " (fictional)";
  person.title = one_of(dice, catalogue.titles);
  return person;
}

std::string statement(Dice& dice, std::string_view language) {
  constexpr std::string_view between = "\n\n";
  const Catalogue& catalogue = in(language);
  std::string text(catalogue.label);
  text.append(between).append(one_of(dice, catalogue.openings));
  const Lines& all = catalogue.bodies_of_statement;
  const auto count = dice.between(3, 6);  // up to two and a half minutes
  const auto first = dice.between(0, static_cast<std::int64_t>(all.size()) - 1);
  for (std::int64_t index = first; index < first + count; ++index)
    text.append(between).append(all[static_cast<std::size_t>(index) % all.size()]);
  return text.append(between).append(one_of(dice, catalogue.closings));
}

std::string point(Dice& dice, std::string_view language) { return one_of(dice, in(language).points); }
std::string help(Dice& dice, std::string_view language) { return one_of(dice, in(language).helps); }
std::string body(Dice& dice, std::string_view language) { return one_of(dice, in(language).guests); }
std::string group(Dice& dice, std::string_view language) { return one_of(dice, in(language).groups); }

const std::map<std::string, std::string>& notice(Dice& dice) { return dice.one_of(notices); }

}  // namespace rostrum::robots
