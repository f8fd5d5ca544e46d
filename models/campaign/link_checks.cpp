// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/link_checks.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

#include "message/link_finder.h"
#include "message/opt_out_words.h"
#include "message/text_finishing.h"
#include "net/address_guard.h"

namespace heliograph::campaign {
namespace {

bool isWithin(const QString& host, QLatin1String domain) {
  return host == domain || (host.endsWith(domain) && host.at(host.size() - domain.size() - 1) == QLatin1Char('.'));
}

/// Shared names under which anybody can hide anything.
bool isPublicShortener(const QString& host) {
  static const std::array<const char*, 24> known{
      "bit.ly",  "tinyurl.com", "t.co",  "goo.gl",      "ow.ly",   "is.gd",   "v.gd",   "buff.ly",
      "cutt.ly", "rebrand.ly",  "rb.gy", "shorturl.at", "t.ly",    "tiny.cc", "s.id",   "soo.gd",
      "clck.ru", "lnkd.in",     "t.me",  "bl.ink",      "urlz.fr", "qr.ae",   "adf.ly", "shorte.st"};
  return std::any_of(known.begin(), known.end(),
                     [&](const char* domain) { return isWithin(host, QLatin1String(domain)); });
}

/// A place that people outside don't reach, or shouldn't.
bool isInHouse(const QString& host) {
  static const std::array<const char*, 9> endings{"localhost", "local", "test", "internal", "intranet",
                                                  "lan",       "home",  "corp", "invalid"};
  if (std::any_of(endings.begin(), endings.end(),
                  [&](const char* ending) { return isWithin(host, QLatin1String(ending)); })) {
    return true;
  }
  const auto address = net::literalAddress(host);
  if (address) return address->isNull() || !net::isPublicAddress(*address);
  static const QStringList trial{QStringLiteral("staging"), QStringLiteral("stage"),  QStringLiteral("dev"),
                                 QStringLiteral("test"),    QStringLiteral("qa"),     QStringLiteral("uat"),
                                 QStringLiteral("preprod"), QStringLiteral("preview")};
  QStringList labels = host.split(QLatin1Char('.'));
  // "dev.to" is a site as any other: only what stands before a site's own name counts.
  labels.resize(std::max<qsizetype>(0, labels.size() - 2));
  return std::any_of(labels.begin(), labels.end(), [](const QString& label) {
    return trial.contains(label) || trial.contains(label.section(QLatin1Char('-'), -1)) ||
           trial.contains(label.section(QLatin1Char('-'), 0, 0));
  });
}

Issue linkIssue(Severity severity, const QString& code, const QString& text) {
  return {severity, code, Step::What, QStringLiteral("links"), text};
}

std::vector<QByteArray> linkedCopiesOf(const Campaign& campaign) {
  std::vector<QByteArray> copies{campaign.message};
  if (campaign.variants.kind != Variants::Kind::Single) {
    for (const Variant& variant : campaign.variants.others) copies.push_back(variant.message);
  }
  return copies;
}

/// Links of the copy that has most of those.
int mostShortenedInACopy(const Campaign& campaign, const QStringList& shortened) {
  int most = 0;
  for (const QByteArray& copy : linkedCopiesOf(campaign)) {
    QStringList found;
    for (const message::SourceLink& link : message::linksInSource(copy)) {
      if (shortened.contains(link.text) && !found.contains(link.text)) found << link.text;
    }
    most = std::max(most, static_cast<int>(found.size()));
  }
  return most;
}

/// Whether a link parameter holds the time at which it is made.
bool tagsTime(const message::LinkTagging& tagging) {
  static const QRegularExpression time(QStringLiteral("[\"']\\s*(now|today)\\s*[\"']"),
                                       QRegularExpression::CaseInsensitiveOption);
  const auto values = {&tagging.source, &tagging.medium, &tagging.campaign, &tagging.term, &tagging.content};
  return tagging.on && std::any_of(values.begin(), values.end(), [&](const QString* value) {
           return value->contains(QLatin1String("{")) && time.match(*value).hasMatch();
         });
}

void addTagging(const Campaign& campaign, std::vector<Issue>& issues) {
  const auto finisher = message::TextFinisher::compile(campaign.textRules, campaign.snippets);
  if (!finisher) {
    issues.push_back(linkIssue(Severity::Block, QStringLiteral("link_parameters"), finisher.error().message));
  } else if (finisher->tagsPersonally() && !campaign.textRules.links.shortened.isEmpty()) {
    issues.push_back(
        linkIssue(Severity::Block, QStringLiteral("link_short_personal"),
                  QStringLiteral("A link with parameters made for each person can't be shortened, as one short link is "
                                 "made for everybody. Shorten no link, or make the parameters the same for all.")));
  } else if (tagsTime(campaign.textRules.links.tagging) && !campaign.textRules.links.shortened.isEmpty()) {
    issues.push_back(
        linkIssue(Severity::Block, QStringLiteral("link_short_time"),
                  QStringLiteral("A link whose parameters hold the present time can't be shortened, as it would be "
                                 "another link each time. Shorten no link, or write the date as it is.")));
  }
}

/// Whether there is a shortener for the links that are to be shortened.
void addShortener(const message::LinkRules& rules, const std::optional<QStringList>& known,
                  std::vector<Issue>& issues) {
  if (rules.shortener.isEmpty()) {
    issues.push_back(linkIssue(Severity::Block, QStringLiteral("link_no_shortener"),
                               QStringLiteral("Links are to be shortened, but no link shortener is chosen. Choose one, "
                                              "or leave the links as they are.")));
  } else if (known && !known->contains(rules.shortener)) {
    issues.push_back(linkIssue(Severity::Block, QStringLiteral("link_shortener_gone"),
                               QStringLiteral("Links are to be shortened by “%1”, and there is no link shortener of "
                                              "that name. Choose another one, or add it under Link shorteners.")
                                   .arg(rules.shortener)));
  }
}

void addShortened(const Campaign& campaign, const std::optional<QStringList>& known, std::vector<Issue>& issues) {
  const message::LinkRules& rules = campaign.textRules.links;
  if (rules.shortened.isEmpty()) return;
  if (const int most = mostShortenedInACopy(campaign, rules.shortened); most > message::LinkRules::mostShortened) {
    issues.push_back(
        linkIssue(Severity::Block, QStringLiteral("link_short_many"),
                  QStringLiteral("%1 links of a message are shortened, and at most %2 can be. Leave some as they are.")
                      .arg(most)
                      .arg(message::LinkRules::mostShortened)));
  }
  const QStringList plain = plainLinks(campaign);
  const bool any =
      std::any_of(plain.begin(), plain.end(), [&](const QString& link) { return rules.shortened.contains(link); });
  if (any) addShortener(rules, known, issues);
  for (const QString& link : rules.shortened) {
    if (plain.contains(link)) continue;
    issues.push_back(
        linkIssue(Severity::Warn, QStringLiteral("link_short_gone"),
                  QStringLiteral("“%1” was to be shortened and isn't in the message any more. Nothing is lost; tick "
                                 "the links anew if one was changed.")
                      .arg(link)));
  }
}

}  // namespace

std::optional<LinkFault> linkFault(const QString& link) {
  const QUrl url = message::addressOfLink(link);
  const QString host = url.host().toLower();
  if (isInHouse(host)) {
    return LinkFault{QStringLiteral("link_staging"),
                     QStringLiteral("“%1” leads to %2, which looks like a place for trying out. People outside may not "
                                    "reach it. Use the public address.")
                         .arg(link, host)};
  }
  if (isPublicShortener(host)) {
    return LinkFault{QStringLiteral("link_public_shortener"),
                     QStringLiteral("“%1” uses the public shortener %2. Operators filter texts with such links. Use "
                                    "the whole link, or a shortener of your own.")
                         .arg(link, host)};
  }
  // Without a scheme the phone chooses one.
  if (link.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)) {
    return LinkFault{QStringLiteral("link_http"),
                     QStringLiteral("“%1” isn't encrypted, and phones warn of that. Write https://.").arg(link)};
  }
  return std::nullopt;
}

QStringList plainLinks(const Campaign& campaign) {
  QStringList links;
  for (const QByteArray& copy : linkedCopiesOf(campaign)) {
    for (const message::SourceLink& link : message::linksInSource(copy)) {
      if (!link.isPersonal && !links.contains(link.text)) links << link.text;
    }
  }
  return links;
}

bool canShortenToo(const Campaign& campaign, const QString& link) {
  return mostShortenedInACopy(campaign, campaign.textRules.links.shortened + QStringList{link}) <=
         message::LinkRules::mostShortened;
}

std::vector<Issue> checkLinks(const Campaign& campaign, const std::optional<QStringList>& shorteners) {
  std::vector<Issue> issues;
  for (const QString& link : plainLinks(campaign)) {
    if (const auto fault = linkFault(link)) issues.push_back(linkIssue(Severity::Warn, fault->code, fault->text));
  }
  addTagging(campaign, issues);
  addShortened(campaign, shorteners, issues);
  return issues;
}

std::vector<Issue> checkPurpose(const Campaign& campaign) {
  if (campaign.purpose != Purpose::Marketing) return {};
  const message::OptOutLine& line = campaign.textRules.optOut;
  if (line.when != message::OptOutLine::When::Never && !line.text.trimmed().isEmpty()) return {};
  const auto copies = linkedCopiesOf(campaign);
  const bool silent = std::any_of(copies.begin(), copies.end(), [](const QByteArray& copy) {
    const QString text = QString::fromUtf8(copy);
    return !text.trimmed().isEmpty() && !message::saysHowToOptOut(text);
  });
  if (!silent) return {};
  return {{Severity::Warn, QStringLiteral("opt_out_missing"), Step::What, QStringLiteral("opt_out"),
           QStringLiteral("The message is marketing and doesn't say how to unsubscribe, as many countries ask for. Add "
                          "the opt-out line, or say it in the text.")}};
}

}  // namespace heliograph::campaign
