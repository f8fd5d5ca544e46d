// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/opt_out_words.h"

#include <QRegularExpression>

namespace heliograph::message {

const std::vector<OptOutExample>& optOutExamples() {
  const auto one = [](const char* language, const char* name, const char* text) {
    return OptOutExample{QString::fromLatin1(language), QString::fromUtf8(name), QString::fromUtf8(text)};
  };
  static const std::vector<OptOutExample> examples{
      one("en", "English", "Reply STOP to opt out"),
      one("de", "Deutsch", "Abmelden? Antworte STOP"),
      one("fr", "Français", "Pour ne plus en recevoir : STOP"),
      one("es", "Español", "Para no recibir: responde BAJA"),
      one("pt", "Português", "Para sair, responda SAIR"),
      one("it", "Italiano", "Rispondi STOP per non riceverne"),
      one("nl", "Nederlands", "Afmelden? Antwoord STOP"),
      one("pl", "Polski", "Rezygnacja? Odpisz STOP"),
      one("ar", "العربية", "لإلغاء الاشتراك أرسل STOP"),
      one("hi", "हिन्दी", "बंद करने के लिए STOP भेजें"),
  };
  return examples;
}

bool saysHowToOptOut(QStringView text) {
  constexpr auto unicode = QRegularExpression::UseUnicodePropertiesOption;
  static const QRegularExpression answers(
      QStringLiteral("(?<!\\w)(?:STOP|STOPALL|STOPP|UNSUBSCRIBE|CANCEL|END|QUIT|OPTOUT|BAJA|ALTO|SAIR|PARAR|ARRET|ARRÊT"
                     "|ABMELDEN|СТОП)(?!\\w)"),
      unicode);
  static const QRegularExpression replies(
      QStringLiteral(
          "(?<!\\w)(?:reply|text|send|txt|antworte?\\w*|sende?|répond\\w*|envoy\\w*|respond\\w*|rispondi|invia|"
          "envía|envie|antwoord|odpisz|svara?|ответьте)(?:\\W{1,4}(?:sie|with|mit|par|con|com|met))*\\W{1,4}"
          "(?:stop|end|quit|cancel|baja|sair|no|стоп)(?!\\w)"),
      unicode | QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression words(
      QStringLiteral(
          "unsubscribe|opt(?:-|\\s)?out|abmelden|abbestellen|désabonn|désinscri|se désinscrire|darse de baja|"
          "cancelar (?:la )?suscripci|cancelar a (?:assinatura|inscri)|disiscriv|annulla(?:re)? l.iscrizione|"
          "afmelden|uitschrijven|avregistrer|avsluta prenumeration|afmeld|wypisz|rezygnacj|отпис|"
          "إلغاء الاشتراك|ألغ الاشتراك|退订|退訂|配信停止|수신거부|सदस्यता समाप्त"),
      unicode | QRegularExpression::CaseInsensitiveOption);
  const QString whole = text.toString();
  return answers.match(whole).hasMatch() || replies.match(whole).hasMatch() || words.match(whole).hasMatch();
}

}  // namespace heliograph::message
