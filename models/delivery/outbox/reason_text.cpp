// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/reason_text.h"

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
    Reason{"control_group", QT_TRANSLATE_NOOP("Reason", "Held back"),
           QT_TRANSLATE_NOOP("Reason", "Held back: this person is in the campaign's control group.")},
    Reason{"workspace_control_group", QT_TRANSLATE_NOOP("Reason", "Held back by the workspace"),
           QT_TRANSLATE_NOOP("Reason", "Held back: this person is in the workspace's control group.")},
    Reason{"no_provider_for_country", QT_TRANSLATE_NOOP("Reason", "No provider for the country"),
           QT_TRANSLATE_NOOP("Reason", "No provider of the campaign covers the country of this number.")},
    Reason{"render_failed", QT_TRANSLATE_NOOP("Reason", "Text could not be made"),
           QT_TRANSLATE_NOOP("Reason", "The text could not be made from this person's values.")},
    Reason{"aborted", QT_TRANSLATE_NOOP("Reason", "Left out by the message"),
           QT_TRANSLATE_NOOP("Reason", "The message itself leaves this person out (abort).")},
    Reason{"empty_text", QT_TRANSLATE_NOOP("Reason", "Empty text"),
           QT_TRANSLATE_NOOP("Reason", "With this person's values nothing is left to read.")},
    Reason{"too_long", QT_TRANSLATE_NOOP("Reason", "Text too long"),
           QT_TRANSLATE_NOOP("Reason", "With this person's values the text takes more parts than allowed.")},
    Reason{"empty_value", QT_TRANSLATE_NOOP("Reason", "Empty value"),
           QT_TRANSLATE_NOOP("Reason", "A value that the provider asks for is empty for this person.")},
    Reason{"template_mismatch", QT_TRANSLATE_NOOP("Reason", "Not the approved text"),
           QT_TRANSLATE_NOOP("Reason", "With this person's values the text isn't the approved one.")},
    Reason{"linked_bad_url", QT_TRANSLATE_NOOP("Reason", "Linked content: no address"),
           QT_TRANSLATE_NOOP("Reason", "With this person's values the linked content has no address to ask.")},
    Reason{"linked_refused_address", QT_TRANSLATE_NOOP("Reason", "Linked content: private address"),
           QT_TRANSLATE_NOOP("Reason",
                             "The linked content's address leads into a private network, which its source doesn't "
                             "allow.")},
    Reason{"linked_unauthorised", QT_TRANSLATE_NOOP("Reason", "Linked content: not signed in"),
           QT_TRANSLATE_NOOP("Reason", "The linked content's server wants another password or token (401 or 403).")},
    Reason{"linked_3xx", QT_TRANSLATE_NOOP("Reason", "Linked content: redirected"),
           QT_TRANSLATE_NOOP("Reason", "The linked content's server redirects to nowhere, or too many times (3xx).")},
    Reason{"linked_4xx", QT_TRANSLATE_NOOP("Reason", "Linked content: refused"),
           QT_TRANSLATE_NOOP("Reason", "The linked content's server doesn't take this question (4xx).")},
    Reason{"linked_5xx", QT_TRANSLATE_NOOP("Reason", "Linked content: server fault"),
           QT_TRANSLATE_NOOP("Reason", "The linked content's server has a fault of its own (5xx).")},
    Reason{"linked_timeout", QT_TRANSLATE_NOOP("Reason", "Linked content: no answer in time"),
           QT_TRANSLATE_NOOP("Reason", "The linked content's server didn't answer within five seconds.")},
    Reason{"linked_unreachable", QT_TRANSLATE_NOOP("Reason", "Linked content: unreachable"),
           QT_TRANSLATE_NOOP("Reason", "The linked content's server can't be reached, or broke off.")},
    Reason{"linked_too_large", QT_TRANSLATE_NOOP("Reason", "Linked content: answer too long"),
           QT_TRANSLATE_NOOP("Reason", "The linked content's answer is longer than 256 KB.")},
    Reason{"linked_not_json", QT_TRANSLATE_NOOP("Reason", "Linked content: no JSON"),
           QT_TRANSLATE_NOOP("Reason", "The linked content's answer is no JSON object or list.")},
    Reason{"campaign_stopped", QT_TRANSLATE_NOOP("Reason", "Campaign stopped"),
           QT_TRANSLATE_NOOP("Reason", "The campaign was stopped before this message left.")},
    Reason{"person_deleted", QT_TRANSLATE_NOOP("Reason", "Person deleted"),
           QT_TRANSLATE_NOOP("Reason", "The person was deleted before the message left.")},
    Reason{"not_drawn", QT_TRANSLATE_NOOP("Reason", "Not drawn"),
           QT_TRANSLATE_NOOP("Reason",
                             "Not drawn: the campaign goes to so many people only, and the lot fell on others.")},
    Reason{"quiet_hours", QT_TRANSLATE_NOOP("Reason", "Quiet hours"),
           QT_TRANSLATE_NOOP("Reason",
                             "Quiet hours: the message would have reached this person in them, and the campaign says "
                             "to discard it then.")},
    Reason{"no_coupon", QT_TRANSLATE_NOOP("Reason", "No coupon code left"),
           QT_TRANSLATE_NOOP("Reason", "No code was left in the coupon pool when this text was to be made.")},
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
    Reason{"taking_back", QT_TRANSLATE_NOOP("Reason", "Being taken back"),
           QT_TRANSLATE_NOOP("Reason",
                             "The provider is being asked not to send this message. Until it says so, it may "
                             "still be sent.")},
    Reason{"take_back_late", QT_TRANSLATE_NOOP("Reason", "Couldn't be taken back"),
           QT_TRANSLATE_NOOP("Reason", "The provider said that this message can't be taken back any more.")},
    Reason{"take_back_unclear", QT_TRANSLATE_NOOP("Reason", "Taking back unclear"),
           QT_TRANSLATE_NOOP("Reason",
                             "The provider was asked to take this message back and didn't answer clearly: it "
                             "may have been sent.")},
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
