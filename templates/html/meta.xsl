<?xml version="1.0" encoding="UTF-8"?>
<!-- meta.xsl: what the head of the page says about the report: to browsers, catalogues, search
     engines. Dublin Core as dcterms, schema.org as JSON-LD. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns="http://www.w3.org/1999/xhtml"
                extension-element-prefixes="func str"
                exclude-result-prefixes="f r w">

  <xsl:template match="f:report" mode="meta">
    <meta charset="utf-8"/>
    <!-- No script, no request to anywhere, no style but the page's own. -->
    <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '{$css-hash}'; img-src 'self' data:; base-uri 'none'; form-action 'none'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>
      <xsl:value-of select="w:text('page-title', @r:title, f:publication/f:lead-body)"/>
    </title>
    <meta name="description" content="{r:description(.)}"/>
    <xsl:if test="$draft">
      <meta name="robots" content="noindex"/>
    </xsl:if>
    <xsl:call-template name="dublin-core"/>
    <xsl:if test="f:publication/f:url">
      <link rel="canonical" href="{f:publication/f:url}"/>
    </xsl:if>
    <script type="application/ld+json"><xsl:call-template name="schema-org"/></script>
    <style><xsl:value-of select="$css"/></style>
  </xsl:template>

  <func:function name="r:description">
    <xsl:param name="report"/>
    <xsl:variable name="given" select="normalize-space($report/f:publication/f:description)"/>
    <xsl:choose>
      <xsl:when test="$given">
        <func:result select="$given"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="concat($report/@r:title, '. ',
                                    w:text('page-colophon', $report/f:publication/f:lead-body,
                                           $report/@r:published))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <xsl:template name="dublin-core">
    <meta name="dcterms.title" content="{@r:title}"/>
    <meta name="dcterms.type" content="Text"/>
    <meta name="dcterms.language" content="{@lang}"/>
    <xsl:apply-templates select="f:publication/*" mode="meta"/>
  </xsl:template>

  <xsl:template match="f:lead-body" mode="meta">
    <meta name="dcterms.creator" content="{normalize-space()}"/>
    <meta name="dcterms.publisher" content="{normalize-space()}"/>
  </xsl:template>

  <xsl:template match="f:partner" mode="meta">
    <meta name="dcterms.contributor" content="{normalize-space()}"/>
  </xsl:template>

  <xsl:template match="f:published" mode="meta">
    <meta name="dcterms.issued" content="{@date}"/>
  </xsl:template>

  <xsl:template match="f:isbn" mode="meta">
    <meta name="dcterms.identifier" content="urn:isbn:{translate(normalize-space(), '-', '')}"/>
  </xsl:template>

  <xsl:template match="f:title[f:area]" mode="meta">
    <meta name="dcterms.spatial" content="{normalize-space(f:area)}"/>
  </xsl:template>

  <xsl:template match="*" mode="meta"/>

  <!-- One member a line; each but the first begins with the comma that the one before it needs. -->
  <xsl:template name="schema-org">
    <xsl:variable name="publication" select="f:publication"/>
    <xsl:text>{"@context": "https://schema.org", "@type": "Report"</xsl:text>
    <xsl:value-of select="r:member('name', @r:title)"/>
    <xsl:value-of select="r:member('description', r:description(.))"/>
    <xsl:value-of select="r:member('inLanguage', @lang)"/>
    <xsl:value-of select="r:member('datePublished', $publication/f:published/@date)"/>
    <xsl:value-of select="r:member('creativeWorkStatus', @status)"/>
    <xsl:value-of select="r:member('url', $publication/f:url)"/>
    <xsl:value-of select="r:thing('publisher', 'GovernmentOrganization', $publication/f:lead-body)"/>
    <xsl:for-each select="$publication/f:partner[1]">
      <xsl:value-of select="r:thing('contributor', 'GovernmentOrganization', .)"/>
    </xsl:for-each>
    <xsl:value-of select="r:thing('spatialCoverage', 'Place', @r:area)"/>
    <xsl:value-of select="r:thing('isPartOf', 'CreativeWorkSeries', @r:programme)"/>
    <xsl:for-each select="$publication/f:isbn[1]">
      <xsl:text>,&#10;"identifier": {"@type": "PropertyValue", "propertyID": "ISBN"</xsl:text>
      <xsl:value-of select="r:member('value', .)"/>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <func:function name="r:member">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:variable name="text" select="normalize-space($value)"/>
    <xsl:choose>
      <xsl:when test="$text">
        <func:result select="concat(',&#10;&quot;', $name, '&quot;: ', r:json($text))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="''"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <func:function name="r:thing">
    <xsl:param name="name"/>
    <xsl:param name="type"/>
    <xsl:param name="value"/>
    <xsl:variable name="text" select="normalize-space($value)"/>
    <xsl:choose>
      <xsl:when test="$text">
        <func:result select="concat(',&#10;&quot;', $name, '&quot;: {&quot;@type&quot;: ',
                                    r:json($type), ', &quot;name&quot;: ', r:json($text), '}')"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="''"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A JSON string that is neither markup to HTML nor to XML. -->
  <func:function name="r:json">
    <xsl:param name="text"/>
    <xsl:variable name="slashes" select="str:replace($text, '\', '\\')"/>
    <xsl:variable name="quotes" select="str:replace($slashes, '&quot;', '\&quot;')"/>
    <xsl:variable name="less" select="str:replace($quotes, '&lt;', '\u003c')"/>
    <xsl:variable name="more" select="str:replace($less, '&gt;', '\u003e')"/>
    <func:result select="concat('&quot;', str:replace($more, '&amp;', '\u0026'), '&quot;')"/>
  </func:function>

</xsl:stylesheet>
