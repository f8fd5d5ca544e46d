// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/reports/report_reader.h"

#include <unordered_map>

#include "providers/answer/rule_engine.h"
#include "providers/reports/event_report.h"
#include "providers/reports/report_time.h"
#include "providers/template/scrub.h"

namespace heliograph::providers {
namespace {

constexpr qsizetype kLongestReportId = 200;
constexpr qsizetype kLongestReply = 512;
constexpr qsizetype kLongestPage = 2000;
constexpr int kOtherFailure = 900;

using Parents = std::unordered_map<const AnswerNode*, const AnswerNode*>;

void noteParents(const AnswerNode& node, Parents& parents) {
  for (const auto& entry : node.children) {
    parents.emplace(&entry.second, &node);
    noteParents(entry.second, parents);
  }
}

/// One document, read record by record.
class ReportDocument {
 public:
  ReportDocument(const ReportSpec& spec, ReportTopic topic, const AnswerNode& root, const net::HttpAnswer& answer,
                 const QStringList& hidden)
      : m_spec(spec), m_topic(topic), m_root(root), m_answer(answer), m_hidden(hidden) {}

  ReadReports read() {
    ReadReports read;
    read.cursor = m_spec.cursor.first(m_root, m_answer).left(kLongestReportId);
    std::vector<const AnswerNode*> records{&m_root};
    if (m_spec.each.isSet()) {
      records = m_spec.each.elements(m_root);
      noteParents(m_root, m_parents);
    }
    read.records = static_cast<int>(records.size());
    if (m_spec.next.isSet()) {
      read.next = m_spec.next.first(m_root, m_answer);
      // An address cut short leads elsewhere.
      if (read.next.size() > kLongestPage) read.next.clear();
      readTimes(records, read);
    }
    for (const AnswerNode* record : records) {
      if (!counts(*record)) continue;
      auto receipt = m_topic == ReportTopic::Inbound ? reply(*record) : receiptOf(*record);
      if (receipt) read.receipts.push_back(std::move(*receipt));
    }
    return read;
  }

 private:
  void readTimes(const std::vector<const AnswerNode*>& records, ReadReports& read) const {
    for (const AnswerNode* record : records) {
      const QDateTime at = parseReportTime(find(m_spec.at, *record), m_spec.timeZone);
      if (!at.isValid()) continue;
      if (!read.newest.isValid() || at > read.newest) read.newest = at;
      if (!read.oldest.isValid() || at < read.oldest) read.oldest = at;
    }
  }

  /// In the record, else in what stands around it.
  [[nodiscard]] QString find(const Selector& selector, const AnswerNode& record) const {
    const AnswerNode* place = &record;
    while (true) {
      const QString text = selector.first(*place, m_answer);
      const auto parent = m_parents.find(place);
      if (!text.isEmpty() || parent == m_parents.end()) return text;
      place = parent->second;
    }
  }

  [[nodiscard]] bool counts(const AnswerNode& record) const {
    return std::all_of(m_spec.where.begin(), m_spec.where.end(),
                       [&](const Condition& condition) { return conditionHolds(condition, record, m_answer); });
  }

  [[nodiscard]] Receipt common(const AnswerNode& record) const {
    Receipt receipt;
    receipt.messageId = find(m_spec.id, record).left(kLongestReportId);
    receipt.at = parseReportTime(find(m_spec.at, record), m_spec.timeZone);
    return receipt;
  }

  [[nodiscard]] std::optional<Receipt> receiptOf(const AnswerNode& record) const {
    Receipt receipt = common(record);
    receipt.clientId = find(m_spec.clientId, record).left(kLongestReportId);
    receipt.number = find(m_spec.to, record);
    const StateMeaning meaning = m_spec.states.value(find(m_spec.state, record).trimmed().toLower());
    if (meaning.state == DeliveryState::None || (receipt.messageId.isEmpty() && receipt.clientId.isEmpty())) return {};
    if (meaning.state != DeliveryState::Failed) {
      const bool delivered = meaning.state == DeliveryState::Delivered;
      receipt.kind = delivered ? Receipt::Kind::Delivered : Receipt::Kind::Sent;
      return receipt;
    }
    const QString code = find(m_spec.code, record).trimmed();
    receipt.kind = Receipt::Kind::Failed;
    receipt.code = m_spec.codes.value(code, meaning.code > 0 ? meaning.code : kOtherFailure);
    receipt.words = scrubWords(code + QLatin1Char(' ') + find(m_spec.words, record), receipt.number, m_hidden);
    receipt.optedOut = m_spec.optedOutCodes.contains(code);
    return receipt;
  }

  [[nodiscard]] std::optional<Receipt> reply(const AnswerNode& record) const {
    Receipt receipt = common(record);
    receipt.kind = Receipt::Kind::Replied;
    receipt.number = find(m_spec.from, record);
    receipt.text = find(m_spec.text, record).left(kLongestReply);
    const QString opt = find(m_spec.opt, record).trimmed().toLower();
    if (opt == QStringLiteral("stop") || opt == QStringLiteral("start")) receipt.opt = opt;
    if (receipt.number.isEmpty()) return {};
    return receipt;
  }

  const ReportSpec& m_spec;
  ReportTopic m_topic;
  const AnswerNode& m_root;
  const net::HttpAnswer& m_answer;
  const QStringList& m_hidden;
  Parents m_parents;
};

AnswerNode fieldTree(const CallbackRequest& request) {
  AnswerNode tree;
  const auto body = parseAnswer(request.body, AnswerFormat::Json);
  if (body && body->kind == AnswerNode::Kind::Named) tree = *body;
  tree.kind = AnswerNode::Kind::Named;
  const auto add = [&](const QString& name, const QString& value) {
    AnswerNode field;
    field.kind = AnswerNode::Kind::Text;
    field.text = value;
    tree.children.emplace_back(name, std::move(field));
  };
  for (const auto& [name, value] : formFieldsOf(request)) add(name, value);
  for (const auto& [name, value] : request.query) add(QString::fromUtf8(name), QString::fromUtf8(value));
  return tree;
}

Result<AnswerNode> callbackTree(const ReportSpec& spec, const CallbackRequest& request) {
  if (spec.format == ReportSpec::Format::Xml) return parseAnswer(request.body, AnswerFormat::Xml);
  if (spec.format == ReportSpec::Format::Json && spec.inside.isEmpty()) {
    return parseAnswer(request.body, AnswerFormat::Json);
  }
  AnswerNode fields = fieldTree(request);
  if (spec.inside.isEmpty()) return fields;
  const AnswerNode* inside = fields.child(spec.inside);
  return parseAnswer(inside ? inside->text.toUtf8() : QByteArray(), AnswerFormat::Json);
}

}  // namespace

Result<ReadReports> readReportAnswer(const ReportSpec& spec, ReportTopic topic, const net::HttpAnswer& answer,
                                     const QStringList& hidden) {
  if (answer.status < 200 || answer.status > 299) {
    return fail(ErrorCode::Refused,
                QStringLiteral("The provider answered with HTTP status %1 when it was asked what became of messages. "
                               "It is asked again later.")
                    .arg(answer.status));
  }
  const bool xml = spec.format == ReportSpec::Format::Xml;
  auto root = parseAnswer(answer.body, xml ? AnswerFormat::Xml : AnswerFormat::Json);
  if (!root) return fail(root.error());
  return ReportDocument(spec, topic, *root, answer, hidden).read();
}

Result<ReadReports> readCallback(const ReportSpec& spec, ReportTopic topic, const CallbackRequest& request,
                                 const QStringList& hidden) {
  if (spec.format == ReportSpec::Format::Events) return readEvents(request.body, hidden);
  auto root = callbackTree(spec, request);
  if (!root) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("The call isn't written as the provider's definition says."));
  }
  net::HttpAnswer headers;
  headers.headers = request.headers;
  return ReportDocument(spec, topic, *root, headers, hidden).read();
}

}  // namespace heliograph::providers
