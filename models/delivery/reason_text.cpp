// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reason_text.h"

#include <QCoreApplication>
#include <array>

namespace heliograph::delivery {
namespace {

struct Reason {
  const char* code;
  const char* label;
  const char* text;
};

constexpr std::array kReasons{
    Reason{"unsubscribed", QT_TRANSLATE_NOOP("Reason", "Unsubscribed"),
           QT_TRANSLATE_NOOP("Reason", "Unsubscribed: this person or number asked not to be texted.")},
    Reason{"no_phone", QT_TRANSLATE_NOOP("Reason", "No number"),
           QT_TRANSLATE_NOOP("Reason", "No number: nothing is known to send to.")},
    Reason{"invalid_phone", QT_TRANSLATE_NOOP("Reason", "Invalid number"),
           QT_TRANSLATE_NOOP("Reason", "Invalid number: it can't exist as it is written.")},
    Reason{"duplicate_phone", QT_TRANSLATE_NOOP("Reason", "Duplicate number"),
           QT_TRANSLATE_NOOP("Reason", "Duplicate number: another person with this number gets the message.")},
    Reason{"render_failed", QT_TRANSLATE_NOOP("Reason", "Text could not be made"),
           QT_TRANSLATE_NOOP("Reason", "The text could not be made from this person's values.")},
    Reason{"aborted", QT_TRANSLATE_NOOP("Reason", "Left out by the message"),
           QT_TRANSLATE_NOOP("Reason", "The message itself leaves this person out (abort).")},
    Reason{"empty_text", QT_TRANSLATE_NOOP("Reason", "Empty text"),
           QT_TRANSLATE_NOOP("Reason", "With this person's values nothing is left to read.")},
    Reason{"too_long", QT_TRANSLATE_NOOP("Reason", "Text too long"),
           QT_TRANSLATE_NOOP("Reason", "With this person's values the text takes more parts than allowed.")},
    Reason{"campaign_stopped", QT_TRANSLATE_NOOP("Reason", "Campaign stopped"),
           QT_TRANSLATE_NOOP("Reason", "The campaign was stopped before this message left.")},
    Reason{"person_deleted", QT_TRANSLATE_NOOP("Reason", "Person deleted"),
           QT_TRANSLATE_NOOP("Reason", "The person was deleted before the message left.")},
    Reason{
        "opted_out", QT_TRANSLATE_NOOP("Reason", "Opted out at the provider"),
        QT_TRANSLATE_NOOP("Reason", "The provider says that this number opted out. It is unsubscribed from now on.")},
    Reason{"bad_number", QT_TRANSLATE_NOOP("Reason", "Number can't get texts"),
           QT_TRANSLATE_NOOP("Reason", "The provider says that this number can't get text messages.")},
    Reason{"refused_by_provider", QT_TRANSLATE_NOOP("Reason", "Refused by the provider"),
           QT_TRANSLATE_NOOP("Reason", "The provider refused this message for good.")},
    Reason{"no_provider_available", QT_TRANSLATE_NOOP("Reason", "No provider took it"),
           QT_TRANSLATE_NOOP("Reason", "Every provider of the route was tried and none took the message.")},
    Reason{"no_clear_answer", QT_TRANSLATE_NOOP("Reason", "No clear answer"),
           QT_TRANSLATE_NOOP("Reason", "The provider didn't answer clearly: the message may have arrived.")},
    Reason{"interrupted", QT_TRANSLATE_NOOP("Reason", "Interrupted"),
           QT_TRANSLATE_NOOP("Reason", "The program ended while this message was being sent: it may have arrived.")},
    Reason{"settled_sent", QT_TRANSLATE_NOOP("Reason", "Settled by hand"),
           QT_TRANSLATE_NOOP("Reason", "It was unclear; a person said that it was sent.")},
    Reason{"found_at_provider", QT_TRANSLATE_NOOP("Reason", "Found at the provider"),
           QT_TRANSLATE_NOOP("Reason", "It was unclear; the provider was asked and has it.")},
};

const Reason* find(const QString& code) {
  for (const Reason& reason : kReasons) {
    if (code == QLatin1String(reason.code)) return &reason;
  }
  return nullptr;
}

}  // namespace

QString reasonText(const QString& code) {
  const Reason* reason = find(code);
  return reason ? QCoreApplication::translate("Reason", reason->text) : code;
}

QString reasonLabel(const QString& code) {
  const Reason* reason = find(code);
  return reason ? QCoreApplication::translate("Reason", reason->label) : code;
}

}  // namespace heliograph::delivery
